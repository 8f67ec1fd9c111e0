import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Refusal } from '../errors/refusal.mjs';

/**
 * The arguments of a command.
 *
 * @param help what is said where they are none of it
 * @throws Refusal with the exit code 2
 */
export function readArguments<const Config extends ParseArgsConfig>(config: Config, help: string) {
  try {
    return parseArgs(config);
  } catch (error) {
    // Only the first sentence is about the command; others are about how shells pass arguments on.
    throw new Refusal(`${(error as Error).message.split('. ')[0]}\n${help}`, 2);
  }
}
