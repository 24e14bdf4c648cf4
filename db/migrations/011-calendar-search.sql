-- Search on the calendar: the words of a meeting that everyone who sees it may read.

-- Lower case, without accents or ligatures, an apostrophe or a hyphen between words; app/model/search-words.ts does the same
-- to what is asked for. No dictionary: titles come in four languages. No extension: a hosted PostgreSQL may not have it.
create function meeting_words(title text, summary text, place_name text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('simple', translate(replace(replace(
    regexp_replace(normalize(lower(title || ' ' || summary || ' ' || place_name), nfd), '[\u0300-\u036f]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), '’''-', '   '));

create index meetings_words on meetings using gin (meeting_words(title, summary, place_name));
