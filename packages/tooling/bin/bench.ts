#!/usr/bin/env node
import '../src/bench.ts';
