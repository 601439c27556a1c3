namespace LstmCourse.Data;

/// <summary>How far a download has come.</summary>
/// <param name="Received">The bytes that are there, those of an earlier attempt included.</param>
/// <param name="Total">The bytes of the whole file.</param>
public readonly record struct DownloadProgress(long Received, long Total);
