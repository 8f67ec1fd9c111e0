import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

interface Job {
  permissions?: Record<string, string>;
  needs?: string;
  steps: { uses?: string; run?: string; env?: Record<string, string> }[];
}

const WORKFLOWS = globSync('.github/workflows/*').toSorted();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const workflowOf = (name: string) =>
  parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'), { uniqueKeys: true });

/** The commands of a workflow, of all its jobs. */
const commandsOf = (jobs: Record<string, Job>) =>
  Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = [] }) => run));

test('a change of main is checked, built for its address, verified and deployed', () => {
  const { jobs, permissions } = workflowOf('publish');
  const commands = commandsOf(jobs);
  assert.deepEqual(commands, ['npm run check', 'npm run build', 'npm run verify -- dist']);
  for (const command of commands) assert.ok((command.split(' ')[2] as string) in scripts, command);
  const steps: Job['steps'] = jobs.build.steps;
  const build = steps.find(({ run }) => run === 'npm run build');
  assert.match(`${build?.env?.['SITE_URL']}`, /base_url \}\}\/$/);
  assert.equal(jobs.deploy.needs, 'build');
  assert.deepEqual(permissions, { contents: 'read' });
});

test('every test is run for each pull request and each change of main, by jobs that may only read', () => {
  const { on, jobs, permissions } = workflowOf('test');
  assert.deepEqual(on, { pull_request: null, push: { branches: ['main'] } });
  assert.deepEqual(commandsOf(jobs), ['npm test']);
  assert.ok('test' in scripts);
  assert.deepEqual(permissions, { contents: 'read' });
  for (const job of Object.values<Job>(jobs)) assert.equal(job.permissions, undefined);
});

test('each action is named by its commit, with its version beside it for people', () => {
  assert.deepEqual(WORKFLOWS, ['.github/workflows/publish.yml', '.github/workflows/test.yml']);
  for (const workflow of WORKFLOWS) {
    const lines = readFileSync(workflow, 'utf8').split('\n');
    const actions = lines.filter((line) => /^\s*(- )?uses:/.test(line));
    assert.ok(actions.length >= 2, workflow);
    for (const line of actions)
      assert.match(line, /uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
});

test('packages and actions are brought up to date together, once a week', () => {
  const { version, updates } = parse(readFileSync('.github/dependabot.yml', 'utf8'));
  assert.equal(version, 2);
  const ecosystems = updates.map((one: Record<string, unknown>) => one['package-ecosystem']);
  assert.deepEqual(ecosystems, ['npm', 'github-actions']);
  for (const { directory, schedule, groups } of updates) {
    assert.equal(directory, '/');
    assert.equal(schedule.interval, 'weekly');
    const patterns = Object.values<{ patterns: string[] }>(groups).map((group) => group.patterns);
    assert.deepEqual(patterns, [['*']]);
  }
});

test('the container has the Node of the workflows, and sets up by a command that there is', () => {
  const { image, onCreateCommand, updateContentCommand, forwardPorts } = JSON.parse(
    readFileSync('.devcontainer/devcontainer.json', 'utf8'),
  );
  const { jobs } = workflowOf('test');
  const node = jobs.test.steps[1].with['node-version'];
  assert.match(image, new RegExp(`^mcr\\.microsoft\\.com/devcontainers/[a-z-]+:${node}-[a-z]+$`));
  assert.match(onCreateCommand, / chromium$/);
  assert.ok(existsSync(updateContentCommand.split(' ')[1]), updateContentCommand);
  assert.deepEqual(forwardPorts, [4321]);
});

test('git and editors are told of no folder that is not there', () => {
  const said = ['.gitattributes', '.editorconfig'].flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^\[?([\w./{},-]+)\/\*\*/gm),
  ]);
  const folders = said.flatMap(([, folder = '']) => folder.replace(/[{}]/g, '').split(','));
  assert.ok(folders.length > 0);
  for (const folder of folders) assert.ok(existsSync(folder), folder);
});
