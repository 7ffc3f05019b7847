export const x = 1; export { a } from "./b.ts";
