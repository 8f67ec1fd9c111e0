import { confirm, isCancel, text } from '@clack/prompts';
import { type Settings, settingsSchema } from '../../domain/settings.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { site } from '../../site.ts';

type Asked = 'title' | 'lang' | 'url' | 'about' | 'contact';

/** The settings given on the command line. */
export type SaidSettings = Partial<Pick<Settings, Asked>>;

const NOTHING = 'Nothing was done.';

/** What is wrong with a setting, in a sentence or two; undefined where it is valid. */
function objection(field: keyof Settings, value: unknown): string | undefined {
  const [issue] = settingsSchema.shape[field].safeParse(value).error?.issues ?? [];
  return issue?.message.replace('\n', ' ');
}

/** A typed answer as the value of a setting. For `about` it is one paragraph. */
const typed = (field: Asked, answer: string): string | string[] => {
  const line = answer.trim();
  return field === 'about' ? [line].filter((one) => one !== '') : line;
};

async function ask(field: Asked, message: string, placeholder: string): Promise<string> {
  const answer = await text({
    ...{ message, placeholder, initialValue: `${site[field]}`, defaultValue: '' },
    validate: (value = '') => objection(field, typed(field, value)),
  });
  if (isCancel(answer)) throw new Refusal(NOTHING, 130);
  return answer.trim();
}

/**
 * The settings of a new archive: those given, those answered to questions, and the defaults for all others.
 *
 * @param canAsk whether questions may be asked
 * @throws Refusal where a given setting is not valid
 */
export async function settingsFor(said: SaidSettings, canAsk: boolean): Promise<Settings> {
  const told: Settings = { ...site, ...said };
  for (const field of settingsSchema.keyof().options) {
    const message = objection(field, told[field]);
    if (message) throw new Refusal(`${field}: ${message} ${NOTHING}`);
  }
  if (!canAsk) return told;
  const line = async (field: Exclude<Asked, 'about'>, message: string, placeholder = '') =>
    said[field] ?? (await ask(field, message, placeholder));
  return {
    ...told,
    title: await line('title', 'What is the archive called?'),
    lang: await line('lang', 'In which English are its pages? en-GB, en-US, or another'),
    url: await line('url', 'At which address will it be?', 'https://… may be left empty'),
    about:
      said.about ??
      [typed('about', await ask('about', 'Who keeps it, and why?', 'may be left empty'))].flat(),
    contact: await line('contact', 'Whom does a reader ask?', 'mailto:… may be left empty'),
  };
}

/** Asks whether to go on. @throws Refusal where the answer is no */
export async function agreed(): Promise<void> {
  const answer = await confirm({ message: 'Do that?' });
  if (isCancel(answer) || !answer) throw new Refusal(NOTHING, 130);
}
