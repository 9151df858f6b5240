import type { AnswerTicketPromptHandler } from '../../../../generated/server/handler.js';
import { houseRules } from '../../house-rules.js';
import type { DeskServices } from '../../services.js';
import { commentsOf, customerOf, ticketOf } from '../../state.js';

export const prompt = 'answer_ticket';

const answerTicketPromptHandler: AnswerTicketPromptHandler<DeskServices> = {
  get: ({ ticket: id, tone = 'friendly' }, { services: { store } }) => {
    const ticket = ticketOf(store.state, id);
    const customer = customerOf(store.state, ticket.customerId);
    const comments = commentsOf(store.state, id).map(({ author, text }) => `${author}: ${text}`);
    return [
      {
        role: 'user',
        content: {
          type: 'resource',
          resource: { uri: 'desk://house-rules', mimeType: 'text/markdown', text: houseRules },
        },
      },
      {
        role: 'user',
        content: {
          type: 'text',
          text: [
            `Write a ${tone} answer to ${customer.name} about the ticket ${id}: ${ticket.subject}`,
            ticket.body,
            ...comments,
          ].join('\n\n'),
        },
      },
    ];
  },
  complete: {
    ticket: (value, { services: { store } }) =>
      store.state.tickets
        .filter(({ status }) => status !== 'closed')
        .flatMap(({ id }) => (id.startsWith(value) ? [id] : [])),
  },
};

export default answerTicketPromptHandler;
