import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import type { Language } from '../diagnostics/message.ts';
import { languages } from '../diagnostics/message.ts';
import { writtenVersions } from '../read/dmn/versions.ts';
import { checkFormats, testFormats } from './formats/names.ts';
import type { Status, Terminal } from './terminal.ts';
import { UNUSABLE, environmentLanguage, processTerminal } from './terminal.ts';

/** Runs the command line and sets the process's exit status; the process ends when nothing is left to do. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that stops reading (`plumbline check … | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : UNUSABLE));
  try {
    await program().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : UNUSABLE;
    else throw error;
  }
}

function program(): Command {
  const plumbline = new Command('plumbline')
    .description('准绳 Plumbline: a rules engine for bank credit-risk policy')
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(plumbline COMMAND --help says more)');

  common(plumbline.command('check'), checkFormats)
    .description('parse, check and analyse policies')
    .addArgument(paths())
    .addOption(new Option('--print <stage>', 'print a stage: the syntax tree, the checked model, or the plan for --as-of').choices(['ast', 'model', 'plan']))
    .addOption(new Option('--list <what>', 'list what is not confirmed (bases, tests), or the findings that policies accept, with the reasons').choices(['unconfirmed', 'accepted']))
    .option('--as-of <date>', 'the date of the plan to print', 'today')
    .option('--fix', 'write the cases that show what is wrong into the policies, as tests for a person to confirm')
    .addOption(config())
    .action(run(async () => (await import('./check.ts')).checkCommand));

  common(plumbline.command('test'), testFormats)
    .description('run the tests that stand in policies')
    .addArgument(paths())
    .addOption(engine())
    .option('--coverage', 'say what the tests cover: rows, both sides of boundaries, exceptions, triggers')
    .option('--coverage-out <dir>', 'write that as lcov.info and as HTML pages into this folder')
    .option('--coverage-min <percent>', 'fail where less than this is covered', percentage)
    .option('--suggest', 'print tests that would show what is not covered, with what the policy gives today, unconfirmed')
    .option('--fix', 'add those tests to the policies')
    .option('--mutate', 'change the policies in ways that people get wrong, and tell of each change that nothing finds')
    .option('--mutants <number>', 'with --mutate: look at so many of these changes; at all if left out', wholeNumber)
    .option('--seed <number>', 'with --mutants: which of them', wholeNumber, 1)
    .action(run(async () => (await import('./test.ts')).testCommand));

  common(plumbline.command('eval'))
    .description('decide the cases in a file of facts')
    .argument('<path>', 'a policy file, or a folder of them')
    .requiredOption('--facts <file>', 'the facts: .json (one case or a list), .ndjson, .csv with dotted headers; - for standard input')
    .requiredOption('--as-of <date>', 'the date to decide for: 2024-01-31, or today')
    .option('--decision <name>', 'a decision or trigger to evaluate; may be repeated; all if left out', appended, [])
    .option('--policy <name>', 'the policy to ask, where the path holds several')
    .addOption(new Option('--explain <how>', 'say which rules fired, and in full why the others did not').choices(['fired', 'full']))
    .addOption(engine())
    .addOption(new Option('--input <format>', 'the format of the facts, where the name of the file does not say').choices(['json', 'ndjson', 'csv']))
    .option('--encoding <name>', 'the encoding of the facts, such as gb18030', 'utf-8')
    .option('--columns <file>', 'for CSV from another system: which column carries which fact, and which the policy does not use')
    .option('--subject-from <path>', "the fact that holds each case's own id, such as loan.id; it is carried into the receipt")
    .option('--summary', 'print, instead of the answers, what they came to: outcomes, values of decisions, events, refused cases')
    .option('--out <file>', 'write the answers to this file')
    .action(run(async () => (await import('./eval.ts')).evalCommand));

  common(plumbline.command('fmt'))
    .description('put policy files into their standard form, in either spelling')
    .addArgument(paths())
    .option('--check', 'write nothing; name the files that are not in that form')
    .action(run(async () => (await import('./fmt.ts')).fmtCommand));

  common(plumbline.command('convert'))
    .description('print a policy in another spelling: model, order, labels and comments stay; flat tables as rules of json-rules-engine, and back; or the policy as a DMN model')
    .argument('<file>', 'a policy file')
    .addOption(new Option('--to <spelling>', 'the spelling').choices(['policy', 'yaml', 'json-rules', 'dmn']).makeOptionMandatory())
    .addOption(new Option('--dmn-version <version>', 'dmn: its version; 1.3 for modelers that open nothing later').choices([...writtenVersions]).default('1.5'))
    .option('--as-of <date>', 'json-rules: the date whose rows are taken: 2024-01-31, or today')
    .option('--decision <name>', 'json-rules: a decision whose table becomes rules; may be repeated; all if left out', appended, [])
    .option('--out <file>', 'write to this file instead')
    .action(run(async () => (await import('./convert.ts')).convertCommand));

  common(plumbline.command('serve'))
    .description('answer over HTTP')
    .argument('[path]', 'a policy file, or a folder of them', '.')
    .addOption(new Option('--port <number>', 'the port; 0 for any that is free').argParser(portNumber).default(8080))
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--log', 'write a line of JSON for each request')
    .addOption(config())
    .action(run(async () => (await import('./serve.ts')).serveCommand));

  common(plumbline.command('model'))
    .description('check DMN models, and evaluate one as DMN says: FEEL has null for an error')
    .argument('<files...>', 'DMN models; the first is evaluated, the others are those that it imports')
    .option('--facts <file>', 'the inputs by their names: .json, one case or a list; - for standard input')
    .option('--as-of <date>', 'the date that today() and now() answer: 2024-01-31, or today; null if left out')
    .option('--decision <name>', 'a decision to evaluate; may be repeated; all of the model if left out', appended, [])
    .action(run(async () => (await import('./model.ts')).modelCommand));

  common(plumbline.command('tck'))
    .description('run the test cases of the DMN Technology Compatibility Kit: folders with models and tests, at any depth')
    .argument('<dir>', 'a clone of the kit (dmn-tck/tck), or a folder of it')
    .option('--failures', 'list each result that is not the one expected, and why')
    .option('--folder <name>', 'only folders of which the name holds this')
    .action(run(async () => (await import('./tck.ts')).tckCommand));

  return plumbline;
}

/** What every command takes. */
export interface CommonOptions<Format extends string = 'text' | 'json'> {
  readonly format: Format;
}

function common(command: Command, formats: readonly string[] = ['text', 'json']): Command {
  return command
    .exitOverride()
    .addOption(new Option('--format <format>', 'for a person, or for a program').choices(formats).default('text'))
    .addOption(new Option('--lang <language>', 'the language of messages').choices([...languages]).default(environmentLanguage(process.env)));
}

/** A command's work: given its argument, its options and where to write, it says how it ended. */
type Work<A, O> = (given: A, options: O, terminal: Terminal) => Promise<Status>;

/** Each command is loaded when it is run: `check` does without an HTTP server. */
function run<A, O extends CommonOptions<string>>(load: () => Promise<Work<A, O>>): (given: A, options: O & { readonly lang: Language }) => Promise<void> {
  return async (given, options) => {
    const work = await load();
    process.exitCode = await work(given, options, processTerminal(options.lang));
  };
}

function paths(): Argument {
  return new Argument('<paths...>', 'policy files, and folders with policy files in them');
}

function config(): Option {
  return new Option('--config <file>', 'the settings to use, instead of the nearest plumbline.yaml');
}

function engine(): Option {
  return new Option('--engine <name>', 'the evaluator').choices(['compiled', 'closures', 'json-rules-engine']).default('compiled');
}

function appended(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function percentage(text: string): number {
  const percent = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || percent > 100) throw new InvalidArgumentError('A percentage is a number from 0 to 100.');
  return percent;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number of up to nine digits.');
  return Number(text);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
  return port;
}
