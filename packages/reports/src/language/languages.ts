import { cy } from './cy.ts';
import { english, type Language, languageOf } from './language.ts';

export const welsh = languageOf('cy', cy);

/** The languages that reports are made in. */
export const languages: readonly Language[] = [english, welsh];
