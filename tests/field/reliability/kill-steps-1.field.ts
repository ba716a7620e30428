import { killHalf } from './forty-files.js';

killHalf(0);
