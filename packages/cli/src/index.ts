import {a} from '@cic/core'; export const c=a+1;
