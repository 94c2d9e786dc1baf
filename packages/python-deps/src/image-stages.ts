/** Which stages of a Dockerfile reach the image that production runs: the ones that it is, and what these are made of. */
import type { Deployment, Project, Span } from '@django-golive/core';
import { buildersOf, defaultsOf, substitute } from './build-variables.js';
import { purposeOf } from './dependency-groups.js';
import { flattened } from './shell-texts.js';

/** `FROM … AS …`, and what follows it. */
interface Stage {
  /** The image that it starts from, or the name of a stage above it. */
  readonly base: string;
  readonly alias: string | undefined;
  /** Of the line of `FROM`. */
  readonly span: Span;
  /** Of its last instruction. */
  readonly end: number;
}

/** A base image that no stage of the file makes. */
export interface BaseImage {
  readonly image: string;
  readonly span: Span;
}

type Images = Deployment['images'];

const DOCKERFILE = /(?:^|\/)[^/]*(?:Dockerfile|Containerfile)[^/]*$/i;
// Python's `from … import …` in a document within a `RUN` goes on otherwise.
const FROM = /^[^\S\n]*FROM[^\S\n]+(?:--\S+[^\S\n]+)*(\S+)(?:[^\S\n]+AS[^\S\n]+(\S+))?[^\S\n]*\r?$/gim;

/** A build file's text, `flattened`, with blanks in place of the stages that production's image has nothing of: every offset stays. */
export function builtText(project: Project, path: string, written: string, images: Images): string {
  const text = flattened(written);
  if (!DOCKERFILE.test(path)) return text;
  const stages = stagesOf(text);
  const reaching = reachingOf(text, stages, finalsOf(project, path, stages, images));
  let built = text.slice(0, stages[0]?.span.start);
  for (const stage of stages) {
    const own = text.slice(stage.span.start, stage.end);
    built += reaching.has(stage) ? own : own.replace(/[^\n]/g, ' ');
  }
  return built;
}

/** The images that production's image starts from, each followed through the stages between. */
export function baseImages(project: Project, path: string, written: string, images: Images): readonly BaseImage[] {
  const stages = stagesOf(flattened(written));
  return finalsOf(project, path, stages, images).map((final) => {
    let stage = final;
    for (let base = baseOf(stages, stage); base; base = baseOf(stages, stage)) stage = base;
    return { image: stage.base, span: stage.span };
  });
}

function stagesOf(text: string): readonly Stage[] {
  const variables = defaultsOf(text);
  const lines = [...text.matchAll(FROM)];
  return lines.map((match, index) => ({
    base: substitute((match[1] ?? '').replace(/^["']|["']$/g, ''), variables),
    alias: match[2]?.toLowerCase(),
    span: { start: match.index, end: match.index + match[0].trimEnd().length },
    end: lines[index + 1]?.index ?? text.length,
  }));
}

/** The stages that become images: those that the target names, else those that what builds the project names, else the last one. */
function finalsOf(project: Project, path: string, stages: readonly Stage[], images: Images = []): readonly Stage[] {
  const last = stages.at(-1);
  if (!last || stages.length === 1) return stages;
  const lines = new Set(images.flatMap((at) => (at.path === path ? at.span.start : [])));
  const given = stages.filter(({ span }) => [...lines].some((start) => span.start <= start && start < span.end));
  if (given.length > 0) return given;
  const forDevelopers = ({ alias = '' }: Stage): boolean => purposeOf(alias) === 'dev';
  const named = stages.filter((stage) => !forDevelopers(stage) && isAskedFor(project, stage));
  if (!forDevelopers(last)) return [...new Set([...named, last])];
  if (named.length > 0) return named;
  const production = stages.filter(({ alias = '' }) => purposeOf(alias) === 'production');
  return production.length > 0 ? production : [last];
}

/** Whether a file that starts builds asks for the stage: `target: prod`, `--target prod`. */
function isAskedFor(project: Project, { alias }: Stage): boolean {
  if (alias === undefined) return false;
  const name = alias.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  const asks = new RegExp(`\\btarget["']?(?:\\s*[:=]\\s*|[^\\S\\n]+)["']?${name}(?![\\w.-])`, 'i');
  return buildersOf(project).some((each) => asks.test(project.file(each)?.text ?? ''));
}

function reachingOf(text: string, stages: readonly Stage[], finals: readonly Stage[]): ReadonlySet<Stage> {
  const reached = new Set(finals);
  for (const stage of reached) {
    const base = baseOf(stages, stage);
    if (base) reached.add(base);
    const own = text.slice(stage.span.end, stage.end);
    for (const [, instruction = '', rest = ''] of own.matchAll(/^[^\S\n]*(COPY|ADD|RUN)[^\S\n]+([^\n]*)$/gim)) {
      const [flags = ''] = /^(?:--\S+\s+)*/.exec(rest) ?? [];
      if (!/^run$/i.test(instruction) && takesPages(rest.slice(flags.length))) continue;
      const from = /^run$/i.test(instruction) ? /--mount=\S*\bfrom=([^\s,"']+)/g : /--from=["']?([^\s"']+)/g;
      for (const [, name = ''] of flags.matchAll(from))
        for (const other of sourcesOf(stages, stage, name)) reached.add(other);
    }
  }
  return reached;
}

/** Directories of what a site shows: no package of Python's comes along with them. */
const PAGES = /(?:^|\/)(?:assets|bundles|dist|jsi18n|locales?|media|node_modules|public|static|staticfiles)\/?$/;

function takesPages(list: string): boolean {
  const words = list
    .replace(/[[\]",]/g, ' ')
    .trim()
    .split(/\s+/);
  return words.length > 1 && words.slice(0, -1).every((word) => PAGES.test(word));
}

/**
 * Whether what a command of a build file makes is there, and nowhere else, when a later command of it runs: both are of one stage,
 * or the later one's is made from the other's, and no other stage is made from that or copies of it.
 */
export function isMadeUpon(path: string, text: string, earlier: number, later: number): boolean {
  if (!DOCKERFILE.test(path)) return true;
  const stages = stagesOf(text);
  const stageAt = (offset: number) => stages.findLast(({ span }) => span.start <= offset);
  const [first, last] = [stageAt(earlier), stageAt(later)];
  const below = new Set<Stage>();
  for (let stage = last; stage && stage !== first; stage = baseOf(stages, stage)) {
    const base = baseOf(stages, stage);
    if (!base) return false;
    below.add(base);
  }
  const names = ['\\d+', '\\$', ...[...below, ...(first ? [first] : [])].flatMap(({ alias }) => alias ?? [])];
  const isUsed = stages.some(
    (stage) => stage !== last && !below.has(stage) && below.has(baseOf(stages, stage) ?? stage),
  );
  const copies = new RegExp(`[-,]from=["']?(?:${names.join('|').replaceAll('.', '\\.')})(?![\\w.-])`, 'i');
  return !isUsed && (below.size === 0 || !copies.test(text));
}

/** What a name after `--from` means: a stage above by name or number; every one of them where a variable says which. */
function sourcesOf(stages: readonly Stage[], stage: Stage, name: string): readonly Stage[] {
  const above = stages.slice(0, stages.indexOf(stage));
  if (name.includes('$')) return above;
  const found =
    above.findLast(({ alias }) => alias === name.toLowerCase()) ??
    (/^\d+$/.test(name) ? above[Number(name)] : undefined);
  return found ? [found] : [];
}

function baseOf(stages: readonly Stage[], stage: Stage): Stage | undefined {
  const name = stage.base.toLowerCase();
  return stages.slice(0, stages.indexOf(stage)).findLast(({ alias }) => alias === name);
}
