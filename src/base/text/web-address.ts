/** Addresses of the web and of mail (网址、邮箱) in a text, as sources of patterns; bounded, so that no text makes them slow. */

/**
 * Begins with its protocol or www. and ends with a letter, a digit or one of few signs: a full stop behind it belongs to the sentence.
 * ASCII alone, since Chinese runs on right behind it.
 */
export const webAddress = String.raw`(?:(?:https?|ftp):\/\/|www\.)[\w\-./?=&%#~+,:;@!$*'()]{0,2000}[\w/=#&]`;

export const mailAddress = String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`;
