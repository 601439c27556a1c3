using BenchmarkDotNet.Running;
using LstmCourse.Bench.Kernel;

if (args is ["kernel", .. var rest])
{
    return await KernelLatency.RunAsync(rest is [var dll] ? dll : Path.Combine(AppContext.BaseDirectory, "course.dll"));
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
