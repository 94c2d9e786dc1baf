/** The Python of a Dockerfile: the image that its last stage is built from. */
import type { SourceFile, Span } from '@django-golive/core';
import { defaultsOf, substitute } from './build-variables.js';

/** A Python that an image's tag names. */
export interface ImagePython {
  /** As far as the tag says: `3.12`, `3.12.4`; `''` where the image is Python's and the tag does not say. */
  readonly version: string;
  readonly image: string;
  readonly span: Span;
}

interface Stage {
  readonly image: string;
  readonly alias: string | undefined;
  readonly span: Span;
}

/** Reads the last stage's base. `undefined` where that image is not known to bring a Python of its own. */
export function imagePython(file: SourceFile): ImagePython | undefined {
  const variables = defaultsOf(file.text);
  const stages: Stage[] = [];
  for (const match of file.text.matchAll(
    /^[^\S\n]*FROM[^\S\n]+(?:--\S+[^\S\n]+)*(\S+)(?:[^\S\n]+AS[^\S\n]+(\S+))?/gim,
  )) {
    const image = substitute((match[1] ?? '').replace(/^["']|["']$/g, ''), variables);
    stages.push({
      image,
      alias: match[2]?.toLowerCase(),
      span: { start: match.index, end: match.index + match[0].length },
    });
  }
  let stage = stages.at(-1);
  for (let steps = 0; stage && steps < stages.length; steps += 1) {
    const name = stage.image.toLowerCase();
    const index = stages.indexOf(stage);
    const base: Stage | undefined = stages.slice(0, index).findLast((other) => other.alias === name);
    if (!base) break;
    stage = base;
  }
  const version = stage && versionOf(stage.image);
  return stage && version !== undefined ? { version, image: stage.image, span: stage.span } : undefined;
}

function versionOf(image: string): string | undefined {
  const reference = image.split('@')[0] ?? image;
  const match = /^(.*?)(?::([^:/]+))?$/.exec(reference);
  const [, repository = '', tag = ''] = match ?? [];
  if (tag.includes('$') || repository.includes('$')) return undefined;
  const name = repository.split('/').at(-1) ?? '';
  if (name === 'python') return /^\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?(?=-|$)/.exec(tag)?.[0] ?? '';
  // `ghcr.io/astral-sh/uv:python3.12-bookworm-slim`, `tiangolo/uvicorn-gunicorn:python3.11`
  return /(?:^|[-_])python-?(\d+\.\d+(?:\.\d+)?)(?=-|$)/.exec(tag)?.[1];
}
