namespace LstmCourse;

/// <summary>Writes a file whole or not at all.</summary>
internal static class AtomicFile
{
    // ENOSPC, and Windows' ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL
    private const int NoSpace = 28, DiskFull = unchecked((int)0x80070070), HandleDiskFull = unchecked((int)0x80070027);

    /// <summary>
    /// Writes beside the file, then renames: whoever reads the path sees the earlier content or the new one, never half of it, also
    /// when the process is killed or the disk is full.
    /// </summary>
    /// <param name="path">The file; missing folders are created.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The file could not be written; an earlier one is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var beside = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        catch (IOException error) when (IsDiskFull(error))
        {
            throw new IOException(
                $"The disk is full: {path} could not be written. An earlier file is unharmed. Free some space and repeat.", error);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Whether the system refused a write for want of space.</summary>
    public static bool IsDiskFull(IOException error) => error.HResult is NoSpace or DiskFull or HandleDiskFull;
}
