namespace LstmCourse.Data;

/// <summary>The reviews of the IMDB archive.</summary>
/// <param name="Train">The training part in random order: 25,000 in the original.</param>
/// <param name="Test">The test part in random order: 25,000 in the original.</param>
/// <param name="Summary">Where they come from.</param>
public sealed record ImdbReviews(IReadOnlyList<Review> Train, IReadOnlyList<Review> Test, ImdbSummary Summary);
