using TorchSharp;

namespace LstmCourse.Training;

/// <summary>What is trained, on what, towards what.</summary>
/// <typeparam name="TBatch">A batch of training data, without tensors; these are made by <paramref name="Loss"/>.</typeparam>
/// <param name="Model">The model, built outside of any dispose scope.</param>
/// <param name="Batches">
/// The batches of an epoch, numbered from 1, in an order that depends on the epoch's number alone, so that a training that was stopped can
/// go on.
/// </param>
/// <param name="Loss">Runs the model on a batch and returns the loss. Tensors made on the way are disposed of for it.</param>
/// <param name="Validate">Scores the model on the validation data; it is called in evaluation mode and without gradients.</param>
public sealed record TrainingTask<TBatch>(
    torch.nn.Module Model, Func<int, IEnumerable<TBatch>> Batches, Func<TBatch, BatchLoss> Loss, Func<ValidationScore> Validate);

/// <summary>The loss of one batch.</summary>
/// <param name="Mean">A tensor of one element: the mean loss of a token or an example.</param>
/// <param name="Weight">Over how many losses the mean was taken: what the batch counts in the epoch's mean.</param>
/// <param name="Tokens">How many tokens the model read.</param>
public readonly record struct BatchLoss(torch.Tensor Mean, long Weight, long Tokens);

/// <summary>How well the model does on the validation data.</summary>
/// <param name="Loss">The mean loss.</param>
/// <param name="Metric">A score of which more is better, such as accuracy; null if there is none.</param>
public readonly record struct ValidationScore(double Loss, double? Metric = null);
