namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>Makes <see cref="Console"/> speak to the notebook.</summary>
internal static class CellConsole
{
    /// <summary>Leads the console of the whole process to the cells; what no cell wrote goes to the writers given.</summary>
    public static void Install(TextWriter outside, TextWriter outsideError)
    {
        Console.SetOut(new CellWriter("stdout", outside));
        Console.SetError(new CellWriter("stderr", outsideError));
        Console.SetIn(new CellReader());
    }
}
