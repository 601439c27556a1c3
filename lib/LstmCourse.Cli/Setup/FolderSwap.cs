namespace LstmCourse.Cli.Setup;

/// <summary>
/// Replaces a folder by a new one in two renames. When something ends the program between them, <see cref="Recover"/> puts the old
/// folder back, so that a whole one is there whenever it is asked for.
/// </summary>
/// <param name="target">The folder to replace.</param>
internal sealed class FolderSwap(string target)
{
    private readonly string _old = target + ".old";

    /// <summary>A fresh path beside the target, for the new folder to be made in.</summary>
    public string NewFolder { get; } = target + ".new";

    /// <summary>Mends what an interrupted swap left behind. Nobody else may be making a new folder meanwhile.</summary>
    public void Recover()
    {
        if (Directory.Exists(_old) && !Directory.Exists(target)) Directory.Move(_old, target);
        if (Directory.Exists(NewFolder)) Directory.Delete(NewFolder, recursive: true);
    }

    /// <summary>Puts the new folder in the target's place.</summary>
    /// <param name="made">The new folder if it was made inside of <see cref="NewFolder"/>; null if that is it.</param>
    /// <exception cref="IOException">On Windows, a file of the old folder is in use; the old folder is still in place.</exception>
    public void Commit(string? made = null)
    {
        if (Directory.Exists(_old)) Directory.Delete(_old, recursive: true);
        if (Directory.Exists(target)) Directory.Move(target, _old);
        Directory.Move(made ?? NewFolder, target);
        if (Directory.Exists(_old)) Directory.Delete(_old, recursive: true);
    }
}
