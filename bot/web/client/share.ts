import { answerClicks, offerCopies } from './copy.js';

/** Pages with buttons that copy or print, and nothing else that needs a script. */
offerCopies();
answerClicks();
