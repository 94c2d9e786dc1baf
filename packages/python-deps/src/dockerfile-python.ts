/** The Python of a Dockerfile: the image that what production runs is built from. */
import type { Deployment, Project, SourceFile, Span } from '@django-golive/core';
import { baseImages } from './image-stages.js';

/** A Python that an image's tag names. */
export interface ImagePython {
  /** As far as the tag says: `3.12`, `3.12.4`; `''` where the image is Python's and the tag does not say. */
  readonly version: string;
  readonly image: string;
  readonly span: Span;
}

/** Reads the base of what production runs. `undefined` where that image is not known to bring a Python of its own. */
export function imagePython(
  project: Project,
  file: SourceFile,
  images: Deployment['images'] = undefined,
): ImagePython | undefined {
  const pythons = baseImages(project, file.path, file.text, images).map(({ image, span }) => ({
    version: versionOf(image),
    image,
    span,
  }));
  const last = pythons.at(-1);
  // Several images of one file have no one Python unless they agree.
  if (last?.version === undefined || pythons.some(({ version }) => version !== last.version)) return undefined;
  return { ...last, version: last.version };
}

function versionOf(image: string): string | undefined {
  const reference = image.split('@')[0] ?? image;
  const match = /^(.*?)(?::([^:/]+))?$/.exec(reference);
  const [, repository = '', tag = ''] = match ?? [];
  if (tag.includes('$') || repository.includes('$')) return undefined;
  const name = repository.split('/').at(-1) ?? '';
  if (name === 'python') {
    const version = /^\d+(?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?(?=-|$)/.exec(tag)?.[0] ?? '';
    // Of Python 2 there will be no other line.
    return version === '2' ? '2.7' : version;
  }
  // `ghcr.io/astral-sh/uv:python3.12-bookworm-slim`, `tiangolo/uvicorn-gunicorn:python3.11`
  return /(?:^|[-_])python-?(\d+\.\d+(?:\.\d+)?)(?=-|$)/.exec(tag)?.[1];
}
