import { describe, expect, test } from 'vitest';

import { dataSeries, parseMongodVersion, unfit, type MongodVersion } from './mongod-version';

const version = (text: string): MongodVersion => {
  const parsed = parseMongodVersion(text);
  if (!parsed) throw new Error(`no version in ${text}`);
  return parsed;
};

describe('The version of a mongod', () => {
  test('is read from what it prints', () => {
    const printed =
      'db version v6.0.5\nBuild Info: {\n    "version": "6.0.5",\n    "openSSLVersion": "3.0.19" }';
    expect(parseMongodVersion(printed)).toEqual({ major: 6, minor: 0, patch: 5 });
  });

  test('is unknown when it prints something else', () => {
    expect(parseMongodVersion('mongod: cannot open shared object file')).toBeUndefined();
  });

  test('has a data format by major and minor number', () => {
    expect(dataSeries(version('8.2.6'))).toBe('8.2');
  });
});

describe('A mongod fits a data folder', () => {
  test.each([
    ['6.0.5', undefined],
    ['8.2.6', undefined],
    ['6.0.5', '6.0.5'],
    ['6.0.4', '6.0.5'],
    ['7.0.1', '6.0.5'],
    ['8.2.6', '8.0.1'],
  ])('%s opens data of %s', (server, data) => {
    expect(unfit(version(server), data ? version(data) : undefined)).toBeUndefined();
  });

  test.each([
    ['5.0.9', undefined, 'it is 5.0.9; 6.0 or later is needed'],
    ['6.0.5', '8.2.6', 'it is 6.0.5, older than the 8.2.6 that wrote the data'],
    ['8.0.1', '8.2.6', 'it is 8.0.1, older than the 8.2.6 that wrote the data'],
    [
      '8.2.6',
      '6.0.5',
      'it is 8.2.6, more than one major version after the 6.0.5 that wrote the data',
    ],
  ])('%s does not open data of %s', (server, data, why) => {
    expect(unfit(version(server), data ? version(data) : undefined)).toBe(why);
  });
});
