import { type Attributes, walkXml } from './xml.ts';

/** Addresses that a document links to, by relationship id; and whether pictures of it lie elsewhere. Nothing is ever fetched. */
export function readLinks(bytes: Uint8Array | null): { find: (id: string) => string | undefined; linkedPictures: boolean } {
  const links = new Map<string, string>();
  let linkedPictures = false;
  if (bytes)
    walkXml(bytes, {
      open(name, attributes: Attributes) {
        if (name !== 'Relationship' || attributes.TargetMode !== 'External') return;
        if (attributes.Type?.endsWith('/hyperlink')) links.set(attributes.Id ?? '', attributes.Target ?? '');
        else linkedPictures = true;
      },
    });
  return { find: (id) => links.get(id), linkedPictures };
}

export interface Comment {
  id: string;
  author: string;
  text: string;
}

/** The comments of word/comments.xml by id, as plain text. */
export function readComments(bytes: Uint8Array | null): Map<string, Comment> {
  const comments = new Map<string, Comment>();
  let comment: Comment | null = null;
  let inText = false;
  if (bytes)
    walkXml(bytes, {
      open(name, attributes) {
        if (name === 'w:comment') {
          comment = { id: attributes['w:id'] ?? '', author: (attributes['w:author'] ?? '').trim(), text: '' };
          comments.set(comment.id, comment);
        } else if (name === 'w:p' && comment?.text) comment.text += '\n';
        else if (name === 'w:t') inText = true;
      },
      text(words) {
        if (inText && comment) comment.text += words;
      },
      close(name) {
        if (name === 'w:t') inText = false;
        if (name === 'w:comment') comment = null;
      },
    });
  return comments;
}
