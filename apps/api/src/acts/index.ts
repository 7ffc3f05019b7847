import { keepingActs } from './keeping.ts';
import { personActs } from './persons.ts';
import { protectionActs } from './protection.ts';
import { sharingActs } from './sharing.ts';

/** What is done to the store as a whole act. */
export const acts = [...protectionActs, ...personActs, ...keepingActs, ...sharingActs];
