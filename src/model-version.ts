/** Changes whenever the same recording would give other numbers; stored summaries of another version are computed anew. */
export const modelVersion = "1.2.0";
