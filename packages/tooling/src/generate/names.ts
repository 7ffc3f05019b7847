/** `social-worker-episode`, `Reason for new episode` → `SocialWorkerEpisode`, `ReasonForNewEpisode`. */
export const typeName = (words: string): string =>
  words
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** `social-worker-episode` → `socialWorkerEpisode`. */
export const constName = (words: string): string => {
  const name = typeName(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The name of the type of a code set's codes: `Legal status` → `LegalStatusCode`. */
export const codeTypeName = (title: string): string => `${typeName(title)}Code`;
