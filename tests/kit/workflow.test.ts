import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

interface Job {
  permissions?: Record<string, string>;
  needs?: string;
  steps: { uses?: string; run?: string; env?: Record<string, string> }[];
}

test('the workflow checks, builds for its address, verifies and deploys, by commands that there are', () => {
  const workflow = parse(readFileSync('.github/workflows/publish.yml', 'utf8'));
  const jobs: Record<string, Job> = workflow.jobs;
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));
  assert.deepEqual(commands, ['npm run check', 'npm run build', 'npm run verify -- dist']);
  for (const command of commands) assert.ok((command.split(' ')[2] as string) in scripts, command);
  const build = jobs['build']?.steps.find(({ run }) => run === 'npm run build');
  assert.match(`${build?.env?.['SITE_URL']}`, /base_url \}\}\/$/);
  assert.equal(jobs['deploy']?.needs, 'build');
  assert.deepEqual(workflow.permissions, { contents: 'read' });
});

test('each action is named by its commit, with its version beside it for people', () => {
  const lines = readFileSync('.github/workflows/publish.yml', 'utf8').split('\n');
  const actions = lines.filter((line) => /^\s*(- )?uses:/.test(line));
  assert.ok(actions.length >= 5);
  for (const line of actions)
    assert.match(line, /uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});
