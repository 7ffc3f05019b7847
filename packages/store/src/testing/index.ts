export {
  askers,
  createDatabase,
  everydayPolicy,
  granted,
  KEY,
  openTestStore,
  type TestClock,
  type TestDatabase,
  testClock,
  testDatabase,
  urlOf,
} from './database.ts';
export { EPISODE, enterChild } from './people.ts';
