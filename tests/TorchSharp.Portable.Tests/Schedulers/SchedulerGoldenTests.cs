using TorchSharp.Modules;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace TorchSharp.Portable.Tests.Schedulers;

public sealed class SchedulerGoldenTests
{
    private static readonly double[] Watched = [1.0, 0.9, 0.95, 0.95, 0.95, 0.5, 0.5, 0.5, 0.5, 0.5, 0.499999, 0.4, 0.41, 0.42, 0.43];

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Schedules = new()
    {
        ["StepLR"] = o => StepLR(o, 3, 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [2, 5, 5, 9], 0.3),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.9),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 6, 0.01),
        ["LambdaLR"] = o => LambdaLR(o, epoch => 1.0 / (1 + epoch)),
        ["MultiplicativeLR"] = o => MultiplicativeLR(o, epoch => epoch % 2 == 1 ? 0.9 : 0.8),
        ["LinearLR"] = o => LinearLR(o, 0.25, 0.9, 6),
        ["ConstantLR"] = o => ConstantLR(o, 0.25, 4),
        ["PolynomialLR"] = o => PolynomialLR(o, 7, 2),
        ["OneCycleLR"] = o => OneCycleLR(o, 0.8, total_steps: 16),
        ["OneCycleLinear"] = o => OneCycleLR(
            o, 0.8, epochs: 4, steps_per_epoch: 4, pct_start: 0.25, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, div_factor: 10,
            final_div_factor: 100),
        ["OneCycleThreePhase"] = o => OneCycleLR(o, 0.8, total_steps: 16, three_phase: true, cycle_momentum: false),
        ["CyclicLR"] = o => CyclicLR(o, 0.05, 0.4, 3, 2),
        ["CyclicTriangular2"] = o => CyclicLR(o, 0.05, 0.4, 3, mode: impl.CyclicLR.Mode.Triangular2, cycle_momentum: false),
        ["CyclicExpRange"] = o => CyclicLR(o, 0.05, 0.4, 3, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.9),
        ["SequentialLR"] = o => SequentialLR(o, [ConstantLR(o, 0.1, 3), ExponentialLR(o, 0.9)], [4]),
        ["ChainedLR"] = o => ChainedLR([ConstantLR(o, 0.1, 3), ExponentialLR(o, 0.9)]),
        ["ReduceLROnPlateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 1, threshold: 1e-3, cooldown: 1, min_lr: [0.02, 0.3]),
        ["ReduceLROnPlateauMax"] = o => ReduceLROnPlateau(o, mode: "max", factor: 0.5, patience: 2, threshold: 0.01, threshold_mode: "abs"),
    };

    public static IEnumerable<object[]> Names => Schedules.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_and_momenta_over_fifteen_epochs_are_those_of_PyTorch(string name)
    {
        var golden = GoldenNumbers.Read("schedulers.txt").Single(c => c.Name == name);
        SGD.ParamGroup[] groups = [new([new Parameter(zeros(1))], lr: 0.1, momentum: 0.9), new([new Parameter(zeros(1))], lr: 2, momentum: 0.9)];
        using var optimizer = SGD(groups, 0.1, momentum: 0.9);
        var scheduler = Schedules[name](optimizer);
        Check(0);
        for (var epoch = 0; epoch < Watched.Length; epoch++)
        {
            optimizer.step();
            if (scheduler is impl.ReduceLROnPlateau) scheduler.step(Watched[epoch]);
            else scheduler.step();
            Check(epoch + 1);
        }

        void Check(int epoch)
        {
            for (var i = 0; i < groups.Length; i++)
            {
                Assert.Equal(golden.Tensors[$"rate.{i}"].Values[epoch], groups[i].LearningRate, 1e-11);
                if (golden.Tensors.TryGetValue($"momentum.{i}", out var momentum)) Assert.Equal(momentum.Values[epoch], groups[i].Momentum, 1e-11);
            }
        }
    }

    [Theory]
    [InlineData("StepLR")]
    [InlineData("MultiStepLR")]
    [InlineData("ExponentialLR")]
    [InlineData("CosineAnnealingLR")]
    [InlineData("LinearLR")]
    [InlineData("ConstantLR")]
    [InlineData("PolynomialLR")]
    public void Jumping_to_an_epoch_gives_the_rate_that_stepping_there_gives(string name)
    {
        for (var epoch = 1; epoch < 6; epoch++)
        {
            var (walker, jumper) = (Optimizer(), Optimizer());
            var (walk, jump) = (Schedules[name](walker), Schedules[name](jumper));
            for (var i = 0; i < epoch; i++) walk.step();
            jump.step(epoch);
            Assert.Equal(walk.get_last_lr().Single(), jump.get_last_lr().Single(), 1e-12);
        }

        static SGD Optimizer() => SGD([new Parameter(zeros(1))], 0.7);
    }

    [Fact]
    public void Adam_cycles_its_first_beta_in_the_place_of_momentum()
    {
        var adam = Adam([new Parameter(zeros(1))], 0.1);
        OneCycleLR(adam, 0.1, total_steps: 10);
        Assert.Equal((0.95, 0.999), ((IBetas)adam.ParamGroups.Single()).Betas);
    }

    [Fact]
    public void Wrong_use_is_refused()
    {
        var optimizer = SGD([new Parameter(zeros(1))], 0.1);
        Assert.Throws<InvalidOperationException>(() => StepLR(optimizer, 3).step(0.5));
        Assert.Throws<InvalidOperationException>(() => ReduceLROnPlateau(optimizer).step());
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, mode: "least"));
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(optimizer, 1)], [1]));
        var once = OneCycleLR(optimizer, 0.1, total_steps: 2, cycle_momentum: false);
        once.step();
        once.step();
        Assert.Throws<InvalidOperationException>(() => once.step());
    }
}
