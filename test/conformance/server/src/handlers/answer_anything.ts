import type { AnswerAnythingHandler } from '../../generated/server/handler.js';

export const tool = 'answer_anything';

const answerAnythingHandler: AnswerAnythingHandler = () => 'Yes.';

export default answerAnythingHandler;
