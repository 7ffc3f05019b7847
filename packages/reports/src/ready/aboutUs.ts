import type { ReportDefinition } from '@cic/core';
import { english } from '../language/language.ts';
import type { ReadyOptions } from './boardPack.ts';

/**
 * A page for children and young people: who looks out for them, and how well, in plain words. Everybody may read it, so all
 * its figures are protected as for the public. A paragraph without its figure is left out.
 */
export function aboutUs({ council, language = english }: ReadyOptions): ReportDefinition {
  const { say } = language;
  const percent = (indicator: string) => ({ indicator, decimals: 0 });
  return {
    id: 'about-us',
    title: say('ready.aboutUs'),
    audience: 'public',
    sections: [
      {
        kind: 'text',
        title: say('ready.aboutUs.who'),
        text: say('ready.aboutUs.who.text', { council: council.name }),
      },
      {
        kind: 'text',
        title: say('ready.aboutUs.you'),
        text: say('ready.aboutUs.you.text'),
        figures: {
          day: { indicator: 'children-in-care', show: 'day' },
          inCare: { indicator: 'children-in-care' },
          foster: percent('in-foster-care'),
          near: { ...percent('placed-20-miles-or-more'), show: 'complement' },
        },
      },
      {
        kind: 'text',
        title: say('ready.aboutUs.promises'),
        text: say('ready.aboutUs.promises.text'),
        figures: {
          reviews: percent('reviews-on-time'),
          tookPart: percent('participation-in-reviews'),
          moved: percent('three-or-more-placements'),
          workers: percent('three-or-more-social-workers'),
        },
      },
      { kind: 'text', title: say('ready.aboutUs.say'), text: say('ready.aboutUs.say.text') },
    ],
  };
}
