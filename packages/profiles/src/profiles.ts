/** The deployment targets golive knows. */
import type { Profile } from '@django-golive/core';
import { apacheUbuntu } from './apache-ubuntu/profile.js';
import { docker } from './docker/profile.js';
import { fly } from './fly/profile.js';
import { heroku } from './heroku/profile.js';
import { nginxGunicorn } from './nginx-gunicorn/profile.js';
import { pythonanywhere } from './pythonanywhere/profile.js';
import { railway } from './railway/profile.js';
import { render } from './render/profile.js';

/** Every target, in no order: the surest detection wins. */
export const profiles: readonly Profile[] = [
  apacheUbuntu,
  docker,
  fly,
  heroku,
  nginxGunicorn,
  pythonanywhere,
  railway,
  render,
];
