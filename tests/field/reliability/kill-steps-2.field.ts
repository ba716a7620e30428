import { killHalf } from './forty-files.js';

killHalf(1);
