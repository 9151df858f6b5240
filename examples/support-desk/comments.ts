import type { Comment } from '../../generated/schemas.js';
import { ToolFailure } from '../../generated/server/index.js';
import type { AddCommentInput } from '../../generated/tools/add_comment.js';
import { commentsOf, type DeskState, type StoredComment, ticketOf } from './state.js';

/** The bound of the contract; a longer answer would break it. */
export const MAX_COMMENTS = 500;

export function addComment(state: DeskState, input: AddCommentInput, now: Date): Comment {
  const { ticketId, author, text, replyTo } = input;
  const visibility = author === 'customer' ? 'public' : (input.visibility ?? 'internal');
  const ticket = ticketOf(state, ticketId);
  if (ticket.mergedInto !== undefined) {
    throw new ToolFailure(`The ticket ${ticketId} was merged. Comment on ${ticket.mergedInto} instead.`);
  }
  const others = commentsOf(state, ticketId);
  if (others.length >= MAX_COMMENTS) throw new ToolFailure(`The ticket ${ticketId} has no room for another comment.`);
  if (replyTo !== undefined && !others.some((each) => each.id === replyTo)) {
    throw new ToolFailure(`The ticket ${ticketId} has no comment ${replyTo}. Find its id with list_comments.`);
  }
  const comment: StoredComment = {
    id: `CMT-${1 + state.comments.length}`,
    ticketId,
    author,
    text,
    visibility,
    createdAt: now.toISOString(),
    ...(replyTo !== undefined && { replyTo }),
  };
  state.comments.push(comment);
  if (author === 'customer') {
    ticket.status = 'open';
    delete ticket.closedAt;
    delete ticket.resolution;
  } else if (visibility === 'public' && ticket.status === 'open') {
    ticket.status = 'pending';
  }
  return toComment(comment);
}

/** The comments of a ticket as threads. An answer to a comment that is not shown stands for itself. */
export function threadsOf(state: DeskState, ticketId: string, includeInternal: boolean): Comment[] {
  ticketOf(state, ticketId);
  const visible = commentsOf(state, ticketId).filter((each) => includeInternal || each.visibility === 'public');
  const byId = new Map(visible.map((each) => [each.id, toComment(each)]));
  const roots: Comment[] = [];
  for (const { id, replyTo = '' } of visible) {
    const comment = byId.get(id);
    if (comment !== undefined) (byId.get(replyTo)?.replies ?? roots).push(comment);
  }
  return roots;
}

function toComment({ replyTo: _, ...comment }: StoredComment): Comment {
  return { ...comment, replies: [] };
}
