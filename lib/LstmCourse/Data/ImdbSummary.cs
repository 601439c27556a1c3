namespace LstmCourse.Data;

/// <summary>What was taken over from an archive of reviews.</summary>
/// <param name="Archive">The archive's file name.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="IsOriginal">Whether it is the archive as published; scores on any other cannot be compared with published ones.</param>
/// <param name="TrainCount">The training reviews.</param>
/// <param name="TestCount">The test reviews.</param>
/// <param name="DuplicateGroups">How many texts occur more than once, but for case, punctuation and spaces.</param>
/// <param name="DuplicateGroupsAcrossParts">How many of those lie in both parts: a model is tested on them after training on them.</param>
public sealed record ImdbSummary(
    string Archive, string Sha256, bool IsOriginal, int TrainCount, int TestCount, int DuplicateGroups, int DuplicateGroupsAcrossParts);
