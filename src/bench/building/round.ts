import { rmSync } from 'node:fs';
import { type Build, type Builder, measureBuild } from './builder.ts';
import { changeArticle, changeRecord, forgetBuilds } from './change.ts';
import { readEntry } from './entry.ts';
import { type Peer, writeEntry } from './peer.ts';

/** The builds after one change of the archive. */
export interface Round {
  round: 'cold' | 'unchanged' | 'one article' | 'one record';
  /** What was changed before, in words. */
  change: string;
  own: Build;
  /** The builds of the peers, in their order. They build everything each time, as they do by default. */
  peers: Build[];
}

/**
 * Builds an archive, and the same entries with each peer, in four rounds: from nothing, unchanged, after a change of one
 * article, and after a change of one record. The last is left out where no person is listed.
 *
 * @param content the folder of the archive, which is changed
 * @param report is called after each build
 * @throws Refusal where a build fails
 */
export async function buildRounds(
  content: string,
  own: Builder,
  peers: readonly Peer[],
  report: (round: Round['round'], name: string, build: Build) => void,
): Promise<Round[]> {
  const build = async (round: Round['round'], builder: Builder) => {
    const built = await measureBuild(builder);
    report(round, builder.name, built);
    return built;
  };
  const rounds: Round[] = [];
  const add = async (round: Round['round'], change: string) => {
    const ownBuild = await build(round, own);
    const peerBuilds: Build[] = [];
    for (const peer of peers) {
      rmSync(peer.out, { recursive: true, force: true });
      peerBuilds.push(await build(round, peer));
    }
    rounds.push({ round, change, own: ownBuild, peers: peerBuilds });
  };

  forgetBuilds(own);
  await add('cold', 'nothing is left of earlier builds');
  await add('unchanged', 'nothing was changed');
  const article = changeArticle(content);
  for (const peer of peers) writeEntry(peer, readEntry(content, article));
  await add('one article', `a paragraph more in ${article}`);
  const person = changeRecord(content);
  if (person)
    await add('one record', `description of ${person.id}, listed in ${person.articles} articles`);
  return rounds;
}
