import type { GreetHandler } from '../../generated/server/handler.js';

export const tool = 'greet';

const greetHandler: GreetHandler = ({ name }) => `Hello, ${name}!`;

export default greetHandler;
