/** The lock files that are TOML. */
import type { Manifest } from '@django-golive/core';

/** Which of them one is. */
export type LockFormat = Extract<Manifest['format'], 'uv-lock' | 'poetry-lock' | 'pdm-lock' | 'pylock'>;
