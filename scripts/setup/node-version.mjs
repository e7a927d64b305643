/**
 * Whether Roomlog's packages run on that Node.
 *
 * @param {string} version for example `20.19.0`
 * @returns {boolean}
 */
export function nodeIsNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;
}

/**
 * What to do when it is not.
 *
 * @param {string} version
 * @returns {string}
 */
export function nodeTooOld(version) {
  return (
    `This is Node ${version}; Roomlog needs 20.19 or later, 22.13 or later, or 24 and later. ` +
    'Install one from https://nodejs.org (or with your version manager), then try again.'
  );
}
