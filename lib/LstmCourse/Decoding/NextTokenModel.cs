namespace LstmCourse.Decoding;

/// <summary>
/// What every generator needs of a language model: the logarithm of each token's probability to come next.
/// </summary>
/// <param name="context">The tokens so far, the newest last.</param>
/// <returns>One natural logarithm for each id of the vocabulary; minus infinity for what must not come.</returns>
public delegate double[] NextTokenModel(IReadOnlyList<long> context);
