import { tokenName, type IParserErrorMessageProvider, type TokenType } from 'chevrotain';

/**
 * Instead of Chevrotain's sentences, errors carry the names of what could have stood there, one a line; the reader
 * makes a diagnostic of them.
 */
export const namesOfExpected: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenName(expected),
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => firstNames(expectedPathsPerAlt.flat()),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => firstNames(expectedIterationPaths),
};

function firstNames(paths: readonly (readonly TokenType[])[]): string {
  return [...new Set(paths.flatMap(([first]) => (first === undefined ? [] : [tokenName(first)])))].join('\n');
}
