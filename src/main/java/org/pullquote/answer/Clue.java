package org.pullquote.answer;

/**
 * What the ranking goes by beside the {@link org.pullquote.search.Signal signals} of the search:
 * what a passage is and holds, seen from what the question asks for. 0 to 1, but for the length.
 */
enum Clue {
  /** The passage holds words of the type asked for that the question does not hold. */
  ANSWER_TYPE,
  /** The same for the sentence that has most of the question's words. */
  ANSWER_TYPE_NEAR,
  /** The question asks for a photo, and this is a caption. */
  PHOTO_ASKED,
  /** The question asks whose photo it is, and this has a credit. */
  CREDIT_ASKED,
  /** The question asks what somebody said, and here somebody is quoted or speaks. */
  SPEECH_ASKED,
  /** The question asks who somebody is, and the name is explained here. */
  EXPLAINED,
  /** How many of those whom the question names the passage speaks of, whatever it calls them. */
  NAMES_HELD,
  /**
   * The question names somebody (or something, but no place) whom the passage does not speak of.
   */
  PERSON_MISSING,
  /**
   * It lacks a person whom the question names, and speaks of another: what is not asked for. But
   * whether somebody did it is told by who did.
   */
  PERSON_REPLACED,
  /** The question asks what somebody said, and that one speaks here. */
  SPEAKER_ASKED,
  /** The question asks what somebody said, and here somebody else speaks. */
  SPEAKER_REPLACED,
  /** Of the names in the question, the share that names nobody and nothing in the article. */
  NAMES_UNKNOWN,
  /** The passage was quoted for the question before, and this one follows upon it: how closely. */
  JUST_SHOWN,
  HEADLINE,
  STANDFIRST,
  CAPTION,
  /** The natural logarithm of the length in UTF-16 code units. */
  LENGTH
}
