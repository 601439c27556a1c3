namespace LstmCourse.Notebooks.Documents;

/// <summary>Writes files so that an interruption at any moment leaves the old content or the new one, never a part.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file beside the target, forces it to the disk, and renames it over the target.</summary>
    /// <param name="path">The target. A symbolic link stays one; the file it leads to gets the content.</param>
    /// <param name="content">All bytes of the new file.</param>
    /// <exception cref="IOException">The file cannot be written; the target is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; the target is unchanged.</exception>
    public static void WriteAllBytes(string path, ReadOnlySpan<byte> content)
    {
        var target = Path.GetFullPath(path);
        var link = new FileInfo(target);
        if (link.LinkTarget is not null) target = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
