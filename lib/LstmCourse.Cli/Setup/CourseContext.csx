
// One copy of every library, whatever kernel loads this: the script loaders of some give each library a context of its own, and a
// library that two others ask for in two versions is loaded twice.
sealed class CourseContext(string folder) : System.Runtime.Loader.AssemblyLoadContext("course")
{
    // What the kernel's own program brings counts first: two copies of a display library would not know of each other's formatters.
    protected override System.Reflection.Assembly Load(System.Reflection.AssemblyName name)
    {
        try
        {
            return Default.LoadFromAssemblyName(new System.Reflection.AssemblyName(name.Name));
        }
        catch (System.IO.FileNotFoundException)
        {
            return null;
        }
    }

    private System.Reflection.Assembly FromFolder(System.Reflection.AssemblyName name)
    {
        var path = System.IO.Path.Combine(folder, name.Name + ".dll");
        return System.IO.File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    // A plain call would come too late: the cell that loads this script may use the library's types.
    [System.Runtime.CompilerServices.ModuleInitializer]
    internal static void Begin() => Begin("course");

    private static void Begin(string library, [System.Runtime.CompilerServices.CallerFilePath] string script = "")
    {
        if (System.Linq.Enumerable.Any(All, context => context.Name == "course")) return;
        var course = new CourseContext(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(script), library));
        Default.Resolving += (_, name) => course.FromFolder(name);
    }
}
