namespace LstmCourse.Data;

/// <summary>A file on the web of which every byte is known beforehand.</summary>
/// <param name="Address">Where it is fetched.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its SHA-256 as 64 small hexadecimal digits.</param>
internal sealed record ArchiveSource(Uri Address, long Size, string Sha256)
{
    /// <summary>The last part of the address.</summary>
    public string FileName => Path.GetFileName(Address.LocalPath);
}
