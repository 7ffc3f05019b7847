#!/usr/bin/env node
import '../src/requirements.ts';
