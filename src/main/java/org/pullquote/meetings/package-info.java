/**
 * Who met whom, as the article states it?
 *
 * <p>{@link org.pullquote.meetings.Meetings} is the door: it gives each {@link
 * org.pullquote.meetings.Meeting} with the passage that states it. {@link
 * org.pullquote.meetings.MeetingGraph} puts the meetings of the same people together. Behind the
 * door, {@code Sentence} has the words and the names of a sentence, {@code People} the words for
 * people in it, {@code Statement} what it says of a meeting, {@code Circumstances} where and when.
 *
 * <p>What is only near to a meeting is none: a welcome, an invitation, a plan, a denial. All of it
 * would rather find nothing than what the article does not state.
 */
@NullMarked
package org.pullquote.meetings;

import org.jspecify.annotations.NullMarked;
