/** A line of the menu; channels of one group stand in one line. */
export type ChannelFields = { groupId: number; categoryId: number; name: string; url: string; sequence: number }
